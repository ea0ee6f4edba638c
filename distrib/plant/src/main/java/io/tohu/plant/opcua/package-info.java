/** The plant's OPC UA server. */
package io.tohu.plant.opcua;
