/* Comes in: files that belong to the paper or to an element of it. Goes out: the objects that hold them. Must
 * not know what is in them. */
#include "pdf_attach.h"

#include "pdf_xmp.h"

/* A name (ISO 32000-1, 7.3.5): "text#2Fcsv". */
static void
put_name (TkBytes *to, const char *name)
{
  tk_bytes_literal (to, "/");
  for (const char *at = name; *at != '\0'; at++)
    if (g_ascii_isalnum (*at) || *at == '-' || *at == '.' || *at == '+')
      tk_bytes_put (to, at, 1);
    else
      tk_bytes_print (to, "#%02X", (guint8) *at);
}

/* Table 45 and 46; the digest is MD5, as the clause wants it. */
static guint32
store_bytes (TkStore *store, const TkAttachment *attachment, const char *date)
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, attachment->bytes);
  g_auto (TkBytes) entries = {0};
  TkBytes raw = {0};
  gsize size;
  const void *data = g_bytes_get_data (attachment->bytes, &size);

  tk_bytes_literal (&entries, "/Type/EmbeddedFile/Subtype");
  put_name (&entries, attachment->kind);
  tk_bytes_print (&entries,
                  "/Params<</Size %" G_GSIZE_FORMAT "/CreationDate(%s)/ModDate(%s)/CheckSum<%s>>>\n", size,
                  date, date, digest);
  tk_bytes_put (&entries, "", 1);
  tk_bytes_put (&raw, data, size);
  return tk_store_number (tk_store_stream (store, entries.at, &raw));
}

static guint32
store_file (TkStore *store, const TkAttachment *attachment, const char *date)
{
  HPDF_Dict file = tk_store_object (store);
  const guint32 bytes = store_bytes (store, attachment, date);
  g_auto (TkBytes) text = {0};

  tk_bytes_literal (&text, "/Type/Filespec/F");
  tk_bytes_string (&text, attachment->name);
  tk_bytes_literal (&text, "/UF");
  tk_bytes_string (&text, attachment->name);
  if (attachment->about != NULL && attachment->about[0] != '\0') {
    tk_bytes_literal (&text, "/Desc");
    tk_bytes_string (&text, attachment->about);
  }
  tk_bytes_print (&text, "/AFRelationship/%s/EF<</F %u 0 R/UF %u 0 R>>\n",
                  attachment->node != NULL ? "Data" : "Source", bytes, bytes);
  tk_store_set (store, file, &text);
  return tk_store_number (file);
}

/* To the element of @node, or, where nothing of it is on the pages, to what is around it. */
static void
attach (TkTags *tags, const TkNode *node, guint32 file)
{
  const TkMark mark = {.node = node};
  TkTag *tag = tk_tags_find (tags, &mark);

  while (!tag->used && tag->parent != NULL)
    tag = tag->parent;
  GString *list = g_hash_table_lookup (tags->files, tag);
  if (list == NULL) {
    list = g_string_new (NULL);
    g_hash_table_insert (tags->files, tag, list);
  }
  g_string_append_printf (list, "%s%u 0 R", list->len > 0 ? " " : "", file);
}

void
tk_attachments_store (TkTags *tags, const TkDocument *document, const TkAttachment *attachments,
                      guint n_attachments, TkBytes *catalog)
{
  g_autofree char *date = tk_about_date_new (document);
  g_auto (TkBytes) all = {0}, names = {0};

  if (n_attachments == 0)
    return;
  for (guint i = 0; i < n_attachments; i++) {
    const guint32 file = store_file (tags->store, &attachments[i], date);
    if (attachments[i].node != NULL)
      attach (tags, attachments[i].node, file);
    tk_bytes_print (&all, i > 0 ? " %u 0 R" : "%u 0 R", file);
    tk_bytes_print (&names, "(file-%07u)%u 0 R", i + 1, file); /* in the order of the alphabet */
  }
  tk_bytes_literal (catalog, "/AF[");
  tk_bytes_put (catalog, all.at, all.length);
  tk_bytes_literal (catalog, "]/Names<</EmbeddedFiles<</Names[");
  tk_bytes_put (catalog, names.at, names.length);
  tk_bytes_literal (catalog, "]>>>>\n");
}
