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

/**
 * The water's side of the skid: a centrifugal pump between a suction tank and a line with a control valve. Heads in
 * metres of water, flow in m3/h. Relations as in Gülich, Centrifugal Pumps (affinity laws, parabolic pump curve,
 * quadratic losses, net positive suction head).
 */
final class Hydraulics {

    /** Speed at which the curves below are given. */
    static final double RATED_SPEED = 2950;

    /** Pressure of one metre of water at 20 °C. */
    static final double BAR_PER_METRE = 0.0979;

    private static final double SHUT_OFF_HEAD = 62;
    private static final double CURVE = 0.0048;
    private static final double STATIC_HEAD = 8;
    private static final double PIPE_LOSS = 0.0058;
    private static final double VALVE_LOSS_OPEN = 0.0016;
    private static final double VALVE_RANGEABILITY = 25;
    private static final double SUCTION_LOSS = 0.0002;
    private static final double STRAINER_LOSS_CLOGGED = 0.0018;
    private static final double ATMOSPHERE_LESS_VAPOUR = 10.1;
    private static final double POWER_AT_SHUT_OFF = 4.0;
    private static final double POWER_PER_FLOW = 0.108;
    /** Flow gained per second by one metre of excess head: the inertia of the water in the pipe. */
    private static final double FLOW_PER_HEAD = 1.2;

    private Hydraulics() {}

    /** Head of the pump: H = H0·(n/n0)² − a·Q², less what cavitation (0..1) takes. */
    static double pumpHead(double flow, double speed, double cavitation) {
        double ratio = speed / RATED_SPEED;
        return (SHUT_OFF_HEAD * ratio * ratio - CURVE * flow * flow) * (1 - 0.22 * cavitation);
    }

    /** Head that the line needs: static head and losses of pipe and equal-percentage valve (opening 0..1). */
    static double systemHead(double flow, double opening) {
        return STATIC_HEAD + (PIPE_LOSS + valveLoss(opening)) * flow * flow;
    }

    private static double valveLoss(double opening) {
        double relative = StrictMath.pow(VALVE_RANGEABILITY, opening - 1);
        return VALVE_LOSS_OPEN / (relative * relative);
    }

    /** Head at the pump's inlet relative to the atmosphere, for a level [m] in the tank and clogging 0..1. */
    static double suctionHead(double flow, double level, double clogging) {
        return level - (SUCTION_LOSS + STRAINER_LOSS_CLOGGED * clogging) * flow * flow;
    }

    /**
     * How far cavitation has developed, 0 (none) to 1: begins where the available NPSH falls below 2.5 times the
     * required one, as incipient cavitation does long before the head drops by 3 %. Drawn-in air raises what is required.
     */
    static double cavitation(double flow, double speed, double suctionHead, double clogging) {
        double ratio = speed / RATED_SPEED;
        double required = (1.2 * ratio * ratio + 0.0006 * flow * flow) * (1 + 3.5 * clogging);
        double margin = (ATMOSPHERE_LESS_VAPOUR + suctionHead) / Math.max(required, 0.1);
        return Math.max(0, Math.min(1, (2.5 - margin) / 1.2));
    }

    /** Shaft power [kW]: P = P0·(n/n0)³ + c·Q·(n/n0)², linear in flow as radial impellers are, cubic under affinity. */
    static double shaftPower(double flow, double speed) {
        double ratio = speed / RATED_SPEED;
        return (POWER_AT_SHUT_OFF * ratio + POWER_PER_FLOW * flow) * ratio * ratio;
    }

    /** Flow after a step [s]: the water column is driven by the excess head; a check valve stops it from reversing. */
    static double nextFlow(
            double flow, double pumpHead, double suctionHead, double level, double opening, double step) {
        double excess = pumpHead - systemHead(flow, opening) - (level - suctionHead);
        return Math.max(0, flow + FLOW_PER_HEAD * excess * step);
    }
}
