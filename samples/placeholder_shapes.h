/* The shapes that placeholder pictures are made of. On a surface that holds nothing but alpha, which is grey:
 * 0 is black. */
#pragma once

#include <cairo.h>

void grey (cairo_t *cr, double value);
void box (cairo_t *cr, double x, double y, double width, double height, double value);
void disc (cairo_t *cr, double x, double y, double radius, double value);
/* Head and shoulders; @y is the crown of the head. */
void bust (cairo_t *cr, double x, double y, double size, double value);
void limb (cairo_t *cr, double x1, double y1, double x2, double y2, double x3, double y3, double width);
/* Standing; @y is the ground. */
void stander (cairo_t *cr, double x, double y, double size, double value);
/* Between 0 and 1, the same for the same @n. */
double scatter (int n);
void quad (cairo_t *cr, double x1, double y1, double x2, double y2, double x3, double y3, double x4,
           double y4, double value);
/* Upright books on a board that is @width long at @y. */
void books (cairo_t *cr, double x, double y, double width, double height, int seed);
void bookcase (cairo_t *cr, double x, double y, double width, double height, int boards, int seed);

/* placeholder_scenes.c: pages of a library's day, 1600 × 1067. */
void draw_story_hour (cairo_t *cr);
void draw_book_fair (cairo_t *cr);
void draw_evening (cairo_t *cr);
void draw_desk (cairo_t *cr);
