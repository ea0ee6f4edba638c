/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal.log;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** Says what keeps a queue from its disk, where, and what to do. */
final class Trouble {

    private Trouble() {}

    /** @param disk null when it could not be opened */
    static String sentence(Disk disk, IOException cause) {
        String where = disk == null ? "" : " of " + disk;
        String text = text(cause);
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("quota exceeded")) {
            return "the disk" + where + " is full (" + text + "); free some space";
        }
        if (lower.contains("read-only")) {
            return "the file system" + where + " is read-only (" + text + "); check the disk and mount it for writing";
        }
        if (cause instanceof AccessDeniedException || lower.contains("permission denied")) {
            return "no permission to write (" + text + "); give the directory to the user that runs Kura";
        }
        return "the disk" + where + " cannot be written (" + text + ")";
    }

    private static String text(IOException cause) {
        if (cause instanceof FileSystemException failure) {
            return failure.getFile() + (failure.getReason() == null ? "" : ": " + failure.getReason());
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
