/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.signing;

import io.tohu.packaging.JarFileSigner;
import io.tohu.packaging.PackageSigner;
import io.tohu.packaging.PackagingException;
import io.tohu.packaging.SigningKey;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs with a key from a PKCS#12 file. */
@Command(
        name = "sign",
        description = "Sign packages with every bundle in them, or bundles alone.",
        mixinStandardHelpOptions = true)
final class SignCommand implements Callable<Integer> {

    private static final String PASSWORD = "TOHU_SIGNING_PASSWORD";

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Packages (.dp) and bundles (.jar).")
    private List<Path> files;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE.p12",
            description = "PKCS#12 file with the key and the certificates of its issuers.")
    private Path key;

    @Option(names = "--alias", description = "Which key, when the file has several.")
    private String alias;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "File whose first line is the password of the key's file. Without it the environment's "
                    + PASSWORD + " is used, or the password is asked for.")
    private Path passwordFile;

    @Option(
            names = "--crl",
            paramLabel = "FILE",
            description =
                    "Revocation list that is carried along, for gateways that are seldom online; can be repeated.")
    private List<Path> lists = List.of();

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where to write; without it the files are replaced.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        PrintWriter text = spec.commandLine().getOut();
        try {
            SigningKey signer = SigningKey.read(key, password(), alias, Certificates.lists(lists));
            for (Path file : files) {
                Path signed = out == null ? file : Files.createDirectories(out).resolve(file.getFileName());
                if (file.toString().endsWith(".dp")) {
                    PackageSigner.sign(file, signed, signer);
                } else {
                    JarFileSigner.sign(file, signed, signer, JarFileSigner.NAME);
                }
                text.println("signed " + signed + " as "
                        + signer.chain().get(0).getSubjectX500Principal().getName());
            }
            return 0;
        } catch (PackagingException e) {
            spec.commandLine().getErr().println("tohu: " + e.getMessage());
            return 1;
        }
    }

    private char[] password() throws IOException {
        if (passwordFile != null) {
            return Files.readAllLines(passwordFile).stream()
                    .findFirst()
                    .orElse("")
                    .toCharArray();
        }
        String environment = System.getenv(PASSWORD);
        if (environment != null) {
            return environment.toCharArray();
        }
        Console console = System.console();
        if (console == null) {
            throw new PackagingException("no password: give --password-file, or set " + PASSWORD);
        }
        return console.readPassword("password of %s: ", key);
    }
}
