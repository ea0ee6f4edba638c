/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.field;

import java.io.IOException;

/** The switch of the plant. */
public interface PlantPower {

    /** Ends the plant at once, with both its servers, as a power cut does. */
    void cut() throws IOException, InterruptedException;

    /** Starts it again under the same address, with the same key. */
    void restore() throws IOException, InterruptedException;
}
