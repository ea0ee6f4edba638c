/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference;

/** When a version that passed its gates takes over from the active one. The first of a name is active at once. */
public enum PromotionPolicy {
    /** As soon as it has passed. */
    IMMEDIATE,
    /** When it has scored enough of the same windows in shadow and agreed; models without windows at once. */
    SHADOW,
    /** When {@link ModelLifeCycle#promote} is called; until then it scores in shadow. */
    COMMAND
}
