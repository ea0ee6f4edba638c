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

import java.nio.file.Path;
import org.osgi.framework.Bundle;

/** Judges who signed a model; what is unsigned is judged by it, too. */
interface SignatureGate {

    /** For a gateway without anything that verifies signatures. */
    SignatureGate OPEN = new SignatureGate() {
        @Override
        public void check(Bundle bundle) {
            // Nobody is there to judge.
        }

        @Override
        public void check(Path jar) {
            // Nobody is there to judge.
        }
    };

    /** @throws ModelRefusedException when the bundle may not be used; the message says why */
    void check(Bundle bundle) throws ModelRefusedException;

    /** @throws ModelRefusedException when the file may not be used; the message says why */
    void check(Path jar) throws ModelRefusedException;
}
