/* What the files of template/ share while one layout is read. Internal to
 * template/. The tree has been validated by layout.rng: every element has a spot
 * and the attributes that it needs, every value has its form. */
#pragma once

#include <libxml/tree.h>

#include "fault.h"
#include "grammar.h"
#include "source.h"
#include "template.h"

/* A <colour>. */
typedef struct {
  const char *name;
  TkSpotColour spot;
  gboolean inked;    /* it has inks of its own */
  const char *query; /* that may say another colour, or NULL */
  const xmlNode *node;
} TkNamedColour;

typedef struct {
  TkTemplate *template;
  TkArena *arena; /* of the template */
  TkFaults *faults;
  GArray *queries;          /* TkTemplateQuery */
  GArray *parameters;       /* TkParameter */
  GArray *masters;          /* xmlNode *: <master> elements in their order */
  GPtrArray *used;          /* TkMaster: those that the paper and its sections name, the paper's first */
  GArray *styles;           /* xmlNode *: <style> elements in their order */
  GArray *colours;          /* TkNamedColour, each name once */
  const xmlNode *numbering; /* the last one, or NULL */
  GPtrArray *chosen;        /* xmlNode: the <variant> elements of the one that is read */
  const char *folder;       /* with the program's layouts, or NULL */
  TkGrammar *grammar;
} TkReader;

/* template.c: tk_template_read by a @grammar that may have read other layouts. */
TkTemplate *tk_template_read_by (TkGrammar *grammar, const char *path, const char *folder, GError **error);
/* The layout at @path, for a book to hold; with what could be read of it where there are faults.
 */
TkTemplate *tk_template_read_bound (const char *path, const char *folder, TkGrammar *grammar,
                                    TkFaults *faults);

gboolean tk_template_is (const xmlNode *node, const char *name);

/* The attribute's value in the template's arena, or NULL. */
const char *tk_template_read_attribute (TkReader *reader, const xmlNode *node, const char *name);
gboolean tk_template_read_yes (TkReader *reader, const xmlNode *node, const char *name, gboolean otherwise);
TkUnit tk_template_read_length (TkReader *reader, const xmlNode *node, const char *name, TkUnit otherwise);
/* Its attribute align: left where there is none. */
TkAlign tk_template_read_align (TkReader *reader, const xmlNode *node);

/* colour.c: a <colour>, instead of an earlier one of its name. */
void tk_template_add_colour (TkReader *reader, const xmlNode *node);
/* The inks of all of them, and their queries. */
void tk_template_read_spots (TkReader *reader);
void tk_template_read_queried (TkReader *reader);
/* The colour that the attribute @name has as its @text: #RRGGBB, or a name; a fault at @place where there is
 * none. */
guint32 tk_template_parse_colour (TkReader *reader, const TkPlace *place, const char *name, const char *text);

/* variant.c: adds those that stand in @root, each name once, to @variants (of TkVariant). */
void tk_template_list_variants (TkReader *reader, const xmlNode *root, GArray *variants);
/* Whether @node is an <if> or <unless> that is not there in the variant that is read. Faults where it asks
 * for a variant that is none, or for nothing. */
gboolean tk_template_leaves_out (TkReader *reader, const xmlNode *node);

/* look.c: resolves all styles, the numbering, and the styles of unnamed text. */
void tk_template_read_look (TkReader *reader);
/* master.c: the master of this name, without its running lines yet; NULL and a fault at @element where there
 * is none. What it does not say of its page number is as the paper's master has it, which is read first. */
const TkMaster *tk_template_read_master (TkReader *reader, const xmlNode *element, const char *name);
/* The style of this name; the body's and a fault at @element where there is none. */
const TkStyle *tk_template_read_style (TkReader *reader, const xmlNode *element, const char *name);
const TkStyle *tk_template_find_style (const TkReader *reader, const char *name);
/* The style that the attribute @name names, else @otherwise. */
const TkStyle *tk_template_read_style_attribute (TkReader *reader, const xmlNode *element, const char *name,
                                                 const TkStyle *otherwise);
/* The style of this name where there is one, else @otherwise. */
const TkStyle *tk_template_find_style_or (const TkReader *reader, const char *name, const TkStyle *otherwise);

/* text.c: the inline content of @element, up to the first block; *@ret_rest
 * (may be NULL): that block or NULL. */
TkText tk_template_read_text (TkReader *reader, const xmlNode *element, const xmlNode **ret_rest);
/* The attribute as a text with placeholders; empty where it is not there. */
TkText tk_template_read_text_attribute (TkReader *reader, const xmlNode *element, const char *name);
/* @string, which is a part of some attribute of @element. */
TkText tk_template_read_text_string (TkReader *reader, const xmlNode *element, const char *string);
/* A text that is one placeholder. */
TkText tk_template_read_placeholder (TkReader *reader, const xmlNode *element, const char *name);

/* photo.c: the attribute float of a photo or a table. */
TkFloating tk_template_read_floating (TkReader *reader, const xmlNode *element);
/* furniture.c: the running lines of all masters that are used, and the watermark of the paper. */
void tk_template_read_furniture (TkReader *reader, const xmlNode *paper);

/* What is beside the text of a <master>: whether it is mirrored, its line numbers. */
void tk_template_read_numbered_lines (TkReader *reader, const xmlNode *node, TkMaster *master);
/* frame.c: what the attributes of @node, a <master>, say of the frame of its pages. */
void tk_template_read_frame (TkReader *reader, const xmlNode *node, TkPageFrame *frame);
/* box.c: what is drawn around the blocks of a <box>. */
const TkBoxLook *tk_template_read_box (TkReader *reader, const xmlNode *node);

/* blocks.c: the query that the attribute @name of @node names, to be used once more. FALSE: there is no such
 * attribute, or, with a fault, no such query. */
gboolean tk_template_use_query (TkReader *reader, const xmlNode *node, const char *name, guint *ret_query,
                                guint *ret_use);
/* The <paper> element and all in it. */
const TkBlock *tk_template_read_paper (TkReader *reader, const xmlNode *paper);
