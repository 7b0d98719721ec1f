/* The blocks of a layout as data: what content walks. */
#pragma once

#include "unit.h"
