/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.updates.internal;

import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** Which bundles belong to the gateway itself. */
final class GatewayBundles {

    private GatewayBundles() {}

    /**
     * Whether a bundle is used where it lies on the gateway's disk, as those are that Kura is started with. What comes in
     * a package, over the console or from a shell is copied into the framework and has another location.
     */
    static boolean ownsIt(Bundle bundle) {
        String location = bundle.getLocation();
        return bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID
                || location.startsWith("initial@")
                || location.startsWith("reference:file:");
    }

    /** Name and version, as logs show them. */
    static String shown(Bundle bundle) {
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }
}
