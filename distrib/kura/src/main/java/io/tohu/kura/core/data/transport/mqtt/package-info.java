/** Kura's MQTT transport over Eclipse Paho. */
package io.tohu.kura.core.data.transport.mqtt;
