/* Comes in: sizes. Goes out: memory that lives as long as the arena. */
#include "arena.h"

#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

/* The first block is small. Each further one is twice as large, up to what the kernel can give as one page: a
 * report of 1,000 pages made 15,700 page faults, a tenth of its time, and makes 10,000. */
enum { BLOCK = 64 * 1024, HUGE_PAGE = 2 * 1024 * 1024, ALIGN = 8 };

typedef struct _Block Block;
struct _Block {
  Block *next;
  gsize used, size;
  _Alignas(ALIGN) char bytes[];
};

struct _TkArena {
  Block *block;
};

/* One huge page, at a place where it can begin; an allocator would leave as much unused beside it. */
static void *
map_page (void)
{
  char *mapped = mmap (NULL, 2 * (gsize) HUGE_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1,
                       0);

  if (mapped == MAP_FAILED)
    g_error ("no memory for %d bytes", HUGE_PAGE);
  const gsize before = HUGE_PAGE - ((uintptr_t) mapped & (HUGE_PAGE - 1));
  char *page = mapped + before;
  munmap (mapped, before);
  if (before < HUGE_PAGE)
    munmap (page + HUGE_PAGE, HUGE_PAGE - before);
#ifdef MADV_HUGEPAGE
  madvise (page, HUGE_PAGE, MADV_HUGEPAGE);
#endif
  return page;
}

/* All of it, head and bytes, has @size. */
static Block *
block_new (gsize size, Block *next)
{
  Block *block = size == HUGE_PAGE ? map_page () : g_malloc (size);

  block->next = next;
  block->used = 0;
  block->size = size - sizeof (Block);
  return block;
}

static void
block_free (Block *block)
{
  if (block->size + sizeof (Block) == HUGE_PAGE)
    munmap (block, HUGE_PAGE);
  else
    g_free (block);
}

static gsize
next_size (const Block *block)
{
  return block == NULL ? BLOCK : MIN (2 * (block->size + sizeof (Block)), HUGE_PAGE);
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
    block_free (block);
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
    Block *own = block_new (sizeof (Block) + need, block->next);
    block->next = own;
    own->used = need;
    return own->bytes;
  }
  if (block == NULL || block->size - block->used < need)
    block = arena->block = block_new (MAX (sizeof (Block) + need, next_size (block)), block);
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
