/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.pump;

import java.util.Optional;

/**
 * What can go wrong with the skid. Each fault has a severity from 0 (absent) to 1 (about to fail); up to 0.15 it stays
 * within the healthy spread of every single signal.
 */
public enum Fault {
    /** The control valve creeps shut while its set-point stays where it is: less flow, more discharge pressure. */
    VALVE_CLOSING("valve-closing"),
    /** The suction strainer clogs and air is drawn in: suction pressure falls, then head collapses amid noise. */
    CAVITATION("cavitation"),
    /** Pitting of the drive-end bearing: bursts at the outer-race frequency, friction, heat. */
    BEARING_WEAR("bearing-wear"),
    /** Impeller out of balance: vibration at shaft frequency. */
    IMBALANCE("imbalance"),
    /** One sensor follows its signal less and less; at severity 1 it repeats its last value. */
    STUCK_SENSOR("stuck-sensor");

    private final String faultName;

    Fault(String faultName) {
        this.faultName = faultName;
    }

    /** The name under which the fault is switched. */
    public String faultName() {
        return faultName;
    }

    /** The fault of that name, if there is one. */
    public static Optional<Fault> named(String name) {
        for (Fault fault : values()) {
            if (fault.faultName.equals(name)) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
