/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.resolve;

import aQute.bnd.osgi.resource.ResourceBuilder;
import java.io.IOException;
import java.util.jar.Manifest;
import org.osgi.resource.Resource;

/**
 * A bundle of a deployment package.
 *
 * @param name symbolic name
 * @param resource what it provides and requires
 * @param content the jar's bytes
 */
record ShippedBundle(String name, Resource resource, byte[] content) {

    static ShippedBundle of(Manifest manifest, byte[] content) throws IOException {
        ResourceBuilder builder = new ResourceBuilder();
        if (!builder.addManifest(manifest)) {
            throw new IOException(
                    "not a bundle: " + manifest.getMainAttributes().entrySet());
        }
        String name = manifest.getMainAttributes().getValue("Bundle-SymbolicName");
        return new ShippedBundle(name.split(";", 2)[0].trim(), builder.build(), content);
    }
}
