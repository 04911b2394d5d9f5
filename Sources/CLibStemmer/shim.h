#ifndef VARDE_CLIBSTEMMER_SHIM_H
#define VARDE_CLIBSTEMMER_SHIM_H

#include <libstemmer.h>

#endif
