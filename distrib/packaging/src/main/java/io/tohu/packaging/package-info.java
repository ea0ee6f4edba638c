/** Writes what a gateway installs: deployment packages and model bundles, the same bytes for the same input. */
package io.tohu.packaging;
