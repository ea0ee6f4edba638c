/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.updates.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Form of the enforcement. */
@ObjectClassDefinition(
        id = EnforcementComponent.NAME,
        name = "Tohu Enforcement",
        description = "Whether bundles of unknown origin are kept from running. What is trusted is set in Tohu Trust.")
@interface EnforcementConfig {

    @AttributeDefinition(
            name = "Enforce origins",
            description = "On: a bundle that is not part of the gateway stays unresolved until Tohu Trust accepts its"
                    + " signature, however it came. Switch on only after Tohu Trust accepts every package that this"
                    + " gateway needs: what is not signed stops.")
    boolean enforced() default false;

    @AttributeDefinition(
            name = "Wait for trust (s)",
            description = "After a start of the gateway: how long bundles that were running before may wait for Kura's"
                    + " keystore. Then they are judged all the same and stopped if they are refused.",
            min = "1",
            max = "3600")
    int wait_seconds() default 60;
}
