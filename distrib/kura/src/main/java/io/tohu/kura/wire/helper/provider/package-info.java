/** What Kura's bundle org.eclipse.kura.wire.helper.provider does: the ports of wire components over OSGi wires. */
package io.tohu.kura.wire.helper.provider;
