/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.trust.internal.path;

import java.time.Duration;

/**
 * What the operator demands of a signature.
 *
 * @param unsignedAllowed whether content without any signature may be used
 * @param grace how long beyond the end (or before the beginning) of its validity a certificate counts, and how long
 *     after its next update was due a revocation list counts as current
 * @param currentListNeeded whether a signer is refused when no current revocation list of its issuer is known
 * @param megabytes what an archive may unpack to
 */
public record Policy(boolean unsignedAllowed, Duration grace, boolean currentListNeeded, int megabytes) {}
