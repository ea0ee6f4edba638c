/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.trust;

import io.tohu.packaging.DeploymentPackageWriter;
import io.tohu.packaging.PackageSigner;
import io.tohu.packaging.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * Two packages, one signed, and the certificate of whoever signed it; the key is made as the documentation says.
 *
 * @param certificate X.509, PEM
 * @param key who signed
 */
public record SignedPackages(Path signed, Path unsigned, Path certificate, SigningKey key) {

    private static final String PASSWORD = "made-for-a-test";

    /** Writes them into a folder. */
    public static SignedPackages write(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("maker.p12");
        Path certificate = folder.resolve("maker.pem");
        keytool(
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-alias",
                "maker",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=Maker",
                "-ext",
                "ExtendedKeyUsage=codeSigning");
        keytool(
                "-exportcert",
                "-rfc",
                "-keystore",
                store.toString(),
                "-alias",
                "maker",
                "-file",
                certificate.toString());
        Path signed = dp(folder, "test.signed");
        SigningKey key = SigningKey.read(store, PASSWORD.toCharArray(), null, List.of());
        PackageSigner.sign(signed, signed, key);
        return new SignedPackages(signed, dp(folder, "test.unsigned"), certificate, key);
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 3];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        command[arguments.length + 1] = "-storepass";
        command[arguments.length + 2] = PASSWORD;
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + String.join(" ", arguments));
        }
    }

    private static Path dp(Path folder, String name) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.putValue("Manifest-Version", "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", "1.0.0");
        Path jar = folder.resolve(name + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new ZipEntry("content.txt"));
            out.closeEntry();
        }
        return DeploymentPackageWriter.write(folder, name, "1.0.0", List.of(jar));
    }
}
