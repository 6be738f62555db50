/**
 * The part of HDF5 that h5ad needs, read and written by the HDF5 File Format Specification, version 3.0. Every length is
 * checked against the file before memory is taken. For {@code org.marrow.io.h5ad} alone.
 */
@NullMarked
package org.marrow.io.h5ad.hdf5;

import org.jspecify.annotations.NullMarked;
