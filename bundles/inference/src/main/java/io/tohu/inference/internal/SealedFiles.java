/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Model files that only this gateway can read, beside plain ones in the model folder. */
final class SealedFiles {

    private static final Logger logger = LoggerFactory.getLogger(SealedFiles.class);

    private SealedFiles() {}

    /** The sealed file in place of a plain one; the plain one where that is not there either. */
    static Path sealedName(Path plain, Predicate<Path> exists) {
        Path sealed = plain.resolveSibling(plain.getFileName() + ".sealed");
        return exists.test(sealed) ? sealed : plain;
    }

    /** Replaces a plain file by a sealed one. */
    static void seal(Path plain, Vault vault) {
        try {
            byte[] bytes = Files.readAllBytes(plain);
            if (!Vault.isSealed(bytes)) {
                DurableFile.write(plain.resolveSibling(plain.getFileName() + ".sealed"), vault.seal(bytes));
                Files.delete(plain);
            }
        } catch (IOException e) {
            logger.warn("{} stays as it is, for it cannot be sealed: {}", plain, e.toString());
        }
    }
}
