/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.window;

import java.lang.annotation.Annotation;

/** A filled-in form of the Window component. */
record Form(String channels, int samples, int stride, int hold, String context) {

    WindowConfig toConfig() {
        return new WindowConfig() {
            @Override
            public Class<? extends Annotation> annotationType() {
                return WindowConfig.class;
            }

            @Override
            public String channels() {
                return channels;
            }

            @Override
            public int samples() {
                return samples;
            }

            @Override
            public int stride() {
                return stride;
            }

            @Override
            public int hold_samples() {
                return hold;
            }

            @Override
            public String context() {
                return context;
            }
        };
    }
}
