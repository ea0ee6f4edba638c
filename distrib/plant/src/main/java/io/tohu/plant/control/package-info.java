/** The plant's control over HTTP: state, faults, load, set-points and the start of a replay. */
package io.tohu.plant.control;
