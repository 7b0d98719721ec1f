/* The pictures of a galley: each file is read once, and what is in two files alike is one picture. */
#pragma once

#include "picture.h"

typedef struct _TkPictures TkPictures;

TkPictures *tk_pictures_new (void);
void tk_pictures_free (TkPictures *pictures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkPictures, tk_pictures_free)

/* Borrowed, for the life of @pictures. TK_ERROR_DATA: the file is missing, or is neither JPEG
 * nor PNG; whether it is whole is not known yet (see tk_prints_make). @place begins the message. */
const TkPicture *tk_pictures_find (TkPictures *pictures, const char *place, const char *path, GError **error);

/* @picture is printed @width × @height pixels large, as stored, at the printing resolution: the
 * largest of what is said of it stays in it. */
void tk_pictures_print (TkPictures *pictures, const TkPicture *picture, int width, int height);

const TkPicture *const *tk_pictures_list (const TkPictures *pictures, guint *ret_n);
