/* Comes in: the profile of a press. Goes out: a table from sRGB to its inks. Must not know what is coloured.
 *
 * The intent is relative colorimetric with black point compensation: what the press can print keeps its
 * colour (an emblem's red stays that red), only what it cannot is moved to the nearest that it can, and the
 * shadows keep their steps. The perceptual intent would move all colours for the sake of some; and in the
 * profile that Debian brings both are one table.
 *
 * Where all inks together would be more than the paper takes, cyan, magenta and yellow give way in
 * proportion, so that the hue stays, and black takes their place, as much as keeps the lightness. */
#include "ink_link.h"

enum { GRID = 33, ALL = 65535 };

typedef struct {
  cmsHTRANSFORM mix;  /* sRGB to inks */
  cmsHTRANSFORM show; /* inks to Lab */
  double most;        /* of 4 × ALL */
} Sampler;

static double
read_lightness (const Sampler *sampler, const cmsUInt16Number *inks)
{
  cmsCIELab lab;

  cmsDoTransform (sampler->show, inks, &lab, 1);
  return lab.L;
}

/* @black of it, and of the others what is left. */
static void
replace (const Sampler *sampler, const cmsUInt16Number *from, double black, cmsUInt16Number *to)
{
  const double colours = (double) from[0] + from[1] + from[2];
  const double share = CLAMP ((sampler->most - black) / colours, 0, 1);

  for (int i = 0; i < 3; i++)
    to[i] = (cmsUInt16Number) (from[i] * share);
  to[3] = (cmsUInt16Number) black;
}

static void
limit (const Sampler *sampler, cmsUInt16Number *inks)
{
  enum { STEPS = 10 };
  const cmsUInt16Number wanted[4] = {inks[0], inks[1], inks[2], inks[3]};
  const double lightness = read_lightness (sampler, wanted);
  double least = wanted[3], most = ALL;

  if ((double) wanted[0] + wanted[1] + wanted[2] + wanted[3] <= sampler->most)
    return;
  for (int step = 0; step < STEPS; step++) {
    const double black = (least + most) / 2;
    replace (sampler, wanted, black, inks);
    if (read_lightness (sampler, inks) > lightness)
      least = black;
    else
      most = black;
  }
  replace (sampler, wanted, most, inks);
}

static cmsInt32Number
sample (const cmsUInt16Number in[], cmsUInt16Number out[], void *cargo)
{
  const Sampler *sampler = cargo;

  cmsDoTransform (sampler->mix, in, out, 1);
  if (in[0] == ALL && in[1] == ALL && in[2] == ALL)
    out[0] = out[1] = out[2] = out[3] = 0; /* bare paper, whatever the profile rounds it to */
  else
    limit (sampler, out);
  return TRUE;
}

static cmsHPROFILE
make_link (cmsStage *table)
{
  cmsHPROFILE link = cmsCreateProfilePlaceholder (NULL);
  cmsPipeline *pipeline = cmsPipelineAlloc (NULL, 3, 4);

  cmsSetProfileVersion (link, 4.3);
  cmsSetDeviceClass (link, cmsSigLinkClass);
  cmsSetColorSpace (link, cmsSigRgbData);
  cmsSetPCS (link, cmsSigCmykData);
  cmsPipelineInsertStage (pipeline, cmsAT_BEGIN, table);
  cmsWriteTag (link, cmsSigAToB0Tag, pipeline);
  cmsPipelineFree (pipeline);
  return link;
}

cmsHPROFILE
tk_ink_link_new (cmsHPROFILE press, int most)
{
  enum { FLAGS = cmsFLAGS_NOCACHE | cmsFLAGS_NOOPTIMIZE };
  cmsHPROFILE srgb = cmsCreate_sRGBProfile (), lab = cmsCreateLab4Profile (NULL), link = NULL;
  Sampler sampler = {
      cmsCreateTransform (srgb, TYPE_RGB_16, press, TYPE_CMYK_16, INTENT_RELATIVE_COLORIMETRIC,
                          FLAGS | cmsFLAGS_BLACKPOINTCOMPENSATION),
      cmsCreateTransform (press, TYPE_CMYK_16, lab, TYPE_Lab_DBL, INTENT_RELATIVE_COLORIMETRIC, FLAGS),
      (double) most * ALL / 100};

  if (sampler.mix != NULL && sampler.show != NULL) {
    cmsStage *table = cmsStageAllocCLut16bit (NULL, GRID, 3, 4, NULL);
    cmsStageSampleCLut16bit (table, sample, &sampler, 0);
    link = make_link (table);
  }
  if (sampler.mix != NULL)
    cmsDeleteTransform (sampler.mix);
  if (sampler.show != NULL)
    cmsDeleteTransform (sampler.show);
  cmsCloseProfile (lab);
  cmsCloseProfile (srgb);
  return link;
}
