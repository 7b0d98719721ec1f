/* The readers of elements, one a kind of block: each fills the block, which has its kind, its name and its
 * rows, with what else its element says. Internal to template/; the table of them all is in blocks.c. */
#pragma once

#include "reader.h"

/* The block of @node, inside of @parent; NULL: it is no block. */
TkBlock *tk_template_read_block (TkReader *reader, const xmlNode *node, const TkBlock *parent);
/* A block of @kind for @node, with its rows; @name is constant. */
TkBlock *tk_template_block_new (TkReader *reader, const xmlNode *node, const TkBlock *parent,
                                TkBlockKind kind, const char *name);
/* The elements inside of @node, as blocks inside of @block. */
void tk_template_read_children (TkReader *reader, const xmlNode *node, TkBlock *block);
/* The same of @from and its following siblings. */
void tk_template_read_blocks (TkReader *reader, const xmlNode *from, TkBlock *block);
/* The query that @block uses gives all its rows. */
void tk_template_use_all_rows (TkBlock *block);
/* The id, and the word by which captions are numbered. */
void tk_template_read_counter (TkReader *reader, const xmlNode *node, const TkText *caption, TkBlock *block);

/* prose.c: the blocks of running text. */
void tk_template_fill_heading (TkReader *reader, const xmlNode *node, TkBlock *block);
void tk_template_fill_paragraph (TkReader *reader, const xmlNode *node, TkBlock *block);
void tk_template_fill_markdown (TkReader *reader, const xmlNode *node, TkBlock *block);
void tk_template_fill_list (TkReader *reader, const xmlNode *node, TkBlock *block);
void tk_template_fill_item (TkReader *reader, const xmlNode *node, TkBlock *block);

/* letter.c: what letters and decisions have beside their text. */
void tk_template_fill_title (TkReader *reader, const xmlNode *node, TkBlock *block);
void tk_template_fill_recipients (TkReader *reader, const xmlNode *node, TkBlock *block);
void tk_template_fill_rule (TkReader *reader, const xmlNode *node, TkBlock *block);
void tk_template_fill_space (TkReader *reader, const xmlNode *node, TkBlock *block);
void tk_template_fill_end_mark (TkReader *reader, const xmlNode *node, TkBlock *block);

/* The lines and colours that @node says its tables have; NULL where nothing is said of them. */
const TkTableLook *tk_template_read_table_look (TkReader *reader, const xmlNode *node);

/* table.c: tables, and two sides, which are set as tables are. */
void tk_template_fill_table (TkReader *reader, const xmlNode *node, TkBlock *block);
void tk_template_fill_column (TkReader *reader, const xmlNode *node, TkBlock *block);
void tk_template_fill_column_group (TkReader *reader, const xmlNode *node, TkBlock *block);
void tk_template_fill_sides (TkReader *reader, const xmlNode *node, TkBlock *block);

/* photo.c: pictures. */
void tk_template_fill_photo (TkReader *reader, const xmlNode *node, TkBlock *block);
void tk_template_fill_album (TkReader *reader, const xmlNode *node, TkBlock *block);

/* chart.c: charts. */
void tk_template_fill_chart (TkReader *reader, const xmlNode *node, TkBlock *block);
void tk_template_fill_series (TkReader *reader, const xmlNode *node, TkBlock *block);

/* box.c: boxes. */
void tk_template_fill_box (TkReader *reader, const xmlNode *node, TkBlock *block);

/* bound.c: papers of other layouts, in a book. */
void tk_template_fill_paper_of (TkReader *reader, const xmlNode *node, TkBlock *block);

/* listing.c: lists that the paper makes of itself. */
void tk_template_fill_contents (TkReader *reader, const xmlNode *node, TkBlock *block);
void tk_template_fill_index (TkReader *reader, const xmlNode *node, TkBlock *block);
void tk_template_fill_endnotes (TkReader *reader, const xmlNode *node, TkBlock *block);
