@Export
@Version("1.0.1")
package org.eclipse.kura.data.listener;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
