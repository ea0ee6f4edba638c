/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.pipeline;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import io.tohu.bench.probe.ProbeComponent;
import io.tohu.packaging.DeploymentPackageWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Packs the probe as a gateway takes it: a bundle with the headers that the shipped ones have, in a package. */
public final class ProbePackage {

    private static final String NAME = "io.tohu.bench.probe";
    private static final String VERSION = "1.0.0";

    private ProbePackage() {}

    /**
     * Writes the package.
     *
     * @param folder where to
     * @throws IOException when bnd finds something wrong; the message says what
     */
    public static Path write(Path folder) throws IOException {
        Path bundle = Files.createDirectories(folder).resolve(NAME + ".jar");
        try (Builder builder = new Builder()) {
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                builder.addClasspath(new File(entry));
            }
            builder.setProperty("Bundle-SymbolicName", NAME);
            builder.setProperty("Bundle-Version", VERSION);
            builder.setProperty("Private-Package", ProbeComponent.class.getPackageName());
            builder.setProperty("Import-Package", "org.slf4j.*;version=\"[1.7,3)\",*");
            builder.setProperty("-noimportjava", "true");
            builder.setProperty("-dsannotations", "*");
            builder.setProperty("-dsannotations-options", "norequirements,nocapabilities");
            builder.setProperty("-metatypeannotations", "*");
            Jar jar = builder.build();
            if (!builder.isOk()) {
                throw new IOException("the probe cannot be packed: " + builder.getErrors() + builder.getWarnings());
            }
            jar.write(bundle.toFile());
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the probe cannot be packed: " + e.getMessage(), e);
        }
        return DeploymentPackageWriter.write(folder, NAME, VERSION, List.of(bundle));
    }
}
