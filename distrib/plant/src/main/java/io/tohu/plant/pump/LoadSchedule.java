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

import java.util.SplittableRandom;

/**
 * What a production line asks of the skid: every half to two minutes another load between 40 % and 100 %, with the speed
 * and the valve a little off the operating line, as operators leave them.
 */
public final class LoadSchedule {

    private final Noise noise;
    private double next;

    public LoadSchedule(long seed) {
        noise = new Noise(new SplittableRandom(seed));
        next = noise.uniform(10, 40);
    }

    /** Changes the skid's set-points when it is time to; call it before each step. */
    public void drive(PumpSkid skid) {
        if (skid.time() < next) {
            return;
        }
        next += noise.uniform(30, 120);
        skid.setLoad(noise.uniform(40, 100));
        skid.setSpeedSetpoint(skid.speedSetpoint() + noise.uniform(-20, 20));
        skid.setValveSetpoint(skid.valveSetpoint() + noise.uniform(-0.5, 0.5));
    }
}
