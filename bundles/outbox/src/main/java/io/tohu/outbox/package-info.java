/** What other bundles may ask an outbox. */
@Export
@Version("1.0.0")
package io.tohu.outbox;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
