/** Who made what is on this gateway: one verifier for bundles, jar files and deployment packages. */
@Export
@Version("1.0.0")
package io.tohu.trust;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
