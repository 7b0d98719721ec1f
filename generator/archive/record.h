/* What the archive knows of a paper beside its file: record.xml in its folder, from which its Dublin Core,
 * PREMIS and METS are made. All of it plain data in @arena. */
#pragma once

#include "arena.h"

/* A parameter of the layout, and what it was. */
typedef struct {
  const char *name, *value;
} TkRecordSetting;

/* What happened to it: PREMIS 3.0, event. */
typedef struct {
  const char *kind;    /* creation, validation, ingestion, "fixity check", replacement: PREMIS eventType */
  const char *when;    /* 2026-11-26T05:00:00Z */
  const char *outcome; /* success, failure */
  const char *detail;  /* or NULL */
} TkRecordEvent;

typedef struct {
  const char *path; /* within the folder of the version: "paper.pdf", "layout/parts/x.xml" */
  const char *kind; /* media type: application/pdf, text/csv, application/xml, image/png … */
  const char *sha256;
  guint64 size;
} TkRecordFile;

typedef struct {
  TkArena *arena;
  const char *id;     /* of the paper, over all its versions: "bao-cao-nhiem-ky-dbsh-tk-2022" */
  guint version;      /* from 1 */
  gboolean replaces;  /* the version before it */
  const char *reason; /* why it was made anew, or NULL */
  gboolean own;       /* made by tongket; else imported */
  int year;           /* under which it is filed */
  /* Dublin Core, for people; NULL where not known */
  const char *title, *kind, *number, *publisher, *date, *language, *rights, *source;
  const char *body; /* the code of the publisher in the records that it was made of, or NULL: not known */
  const char *const *persons, *const *organisations, *const *places; /* NULL-terminated; may be empty */
  /* how it was made; NULL where imported */
  const char *layout, *program; /* "bao-cao-nhiem-ky", "tongket 0.1.0" */
  gint64 day;                   /* of --date, seconds since 1970 */
  gboolean draft;
  const TkRecordSetting *settings;
  guint n_settings;
  const char *conformance; /* "PDF/A-2a, PDF/UA-1" or NULL */
  guint n_pages;           /* 0: not known */
  const TkRecordEvent *events;
  guint n_events;
  const TkRecordFile *files; /* all of the version but record.xml and what is made of it, by path */
  guint n_files;
  const TkRecordFile *fonts; /* that the paper was set in: @path is the name of the file; they are not kept */
  guint n_fonts;
} TkRecord;

/* Reads records: the grammar that they are checked by, which is made once. For who reads many. */
typedef struct _TkRecordReader TkRecordReader;

TkRecordReader *tk_record_reader_new (void);
void tk_record_reader_free (TkRecordReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkRecordReader, tk_record_reader_free)

/* Reads FOLDER/record.xml. TK_ERROR_DATA, its place first. */
TkRecord *tk_record_reader_read_new (const TkRecordReader *reader, const char *folder, GError **error);

/* The same of one alone. */
TkRecord *tk_record_read_new (const char *folder, GError **error);
void tk_record_free (TkRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkRecord, tk_record_free)

/* Writes FOLDER/record.xml, and of it FOLDER/dublin_core.xml (oai_dc 2.0) and FOLDER/premis.xml (PREMIS 3.0).
 * The same record gives the same bytes. */
gboolean tk_record_write (const TkRecord *record, const char *folder, GError **error);

/* Whether both bear one number of one body and year (numbers begin anew each 1 January: NĐ 30/2020, phụ lục
 * I, II.3), however it is typed: capitals, kinds of dashes, spaces and zeros before it make no other number.
 * The body is told by its code where both have one, else by its name; the year is that of the date, else the
 * one that a paper is filed under. FALSE where there is no number. */
gboolean tk_record_shares_number (const TkRecord *one, const TkRecord *other);

/* What all spellings of a number have in common; NULL of NULL. (transfer full) */
char *tk_record_fold_number_new (const char *number);
