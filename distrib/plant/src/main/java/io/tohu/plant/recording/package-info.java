/** Recorded machine data in CSV files, with the labels kept apart from the sensors. */
package io.tohu.plant.recording;
