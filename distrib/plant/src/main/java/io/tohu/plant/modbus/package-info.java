/** The plant's Modbus TCP server. */
package io.tohu.plant.modbus;
