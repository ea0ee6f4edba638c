/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.recording;

import java.io.IOException;
import java.nio.file.Path;

/** A recording that cannot be used; the message is a sentence with file, line and what is wrong. */
public final class RecordingException extends IOException {

    private static final long serialVersionUID = 1L;

    RecordingException(Path file, String what) {
        super(file + ": " + what);
    }

    RecordingException(Path file, long line, String what) {
        super(file + " line " + line + ": " + what);
    }
}
