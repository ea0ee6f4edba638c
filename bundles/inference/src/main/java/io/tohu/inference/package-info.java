/** Models by name and the fast path to score windows with them. */
@Export
@Version("1.1.0")
package io.tohu.inference;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
