#ifndef VARDE_CLIBZ_SHIM_H
#define VARDE_CLIBZ_SHIM_H

#include <zlib.h>

#endif
