/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.trust.internal;

import io.tohu.trust.internal.path.Policy;
import io.tohu.trust.internal.path.TrustStore;

/** Whom to trust, under which conditions; the generation grows with every change. */
public record Trust(TrustStore store, Policy policy, long generation) {}
