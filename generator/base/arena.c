/* Comes in: sizes. Goes out: memory that lives as long as the arena. */
#include "arena.h"

#include <string.h>

enum { BLOCK = 64 * 1024 - 64, ALIGN = 8 };

typedef struct _Block Block;
struct _Block {
  Block *next;
  gsize used, size;
  _Alignas(ALIGN) char bytes[];
};

struct _TkArena {
  Block *block;
};

static Block *
block_new (gsize size, Block *next)
{
  Block *block = g_malloc (sizeof (Block) + size);

  block->next = next;
  block->used = 0;
  block->size = size;
  return block;
}

TkArena *
tk_arena_new (void)
{
  return g_new0 (TkArena, 1);
}

static void
free_blocks (Block *block)
{
  while (block != NULL) {
    Block *next = block->next;
    g_free (block);
    block = next;
  }
}

void
tk_arena_free (TkArena *arena)
{
  if (arena == NULL)
    return;
  free_blocks (arena->block);
  g_free (arena);
}

void
tk_arena_clear (TkArena *arena)
{
  if (arena->block == NULL)
    return;
  free_blocks (arena->block->next);
  arena->block->next = NULL;
  arena->block->used = 0;
}

/* Memory of unknown content; a piece larger than a quarter of a block gets a
 * block of its own behind the current one, so that little is wasted. */
static void *
take (TkArena *arena, gsize size)
{
  gsize need = (size + ALIGN - 1) & ~(gsize) (ALIGN - 1);
  Block *block = arena->block;

  if (block != NULL && need > BLOCK / 4) {
    Block *own = block_new (need, block->next);
    block->next = own;
    own->used = need;
    return own->bytes;
  }
  if (block == NULL || block->size - block->used < need)
    block = arena->block = block_new (MAX (need, (gsize) BLOCK), block);
  void *piece = block->bytes + block->used;
  block->used += need;
  return piece;
}

void *
tk_arena_take (TkArena *arena, gsize size)
{
  return memset (take (arena, size), 0, size);
}

void *
tk_arena_copy (TkArena *arena, const void *bytes, gsize size)
{
  return size == 0 ? take (arena, 0) : memcpy (take (arena, size), bytes, size);
}

void *
tk_arena_copy_array (TkArena *arena, const GArray *array)
{
  return tk_arena_copy (arena, array->data, (gsize) array->len * g_array_get_element_size ((GArray *) array));
}

char *
tk_arena_textn (TkArena *arena, const char *text, gsize length)
{
  char *copy = take (arena, length + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}

char *
tk_arena_text (TkArena *arena, const char *text)
{
  return text == NULL ? NULL : tk_arena_textn (arena, text, strlen (text));
}

char *
tk_arena_print (TkArena *arena, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return tk_arena_text (arena, text);
}
