/**
 * OPC UA client as a Kura driver. {@code link} keeps a session with one server, {@code channel} knows what a channel's
 * configuration says, {@code value} converts, {@code access} reads and writes, {@code listen} subscribes.
 */
package io.tohu.opcua.internal;
