/** The simulated pump skid: physics, sensors, faults and healthy runs, without any server. */
package io.tohu.plant.pump;
