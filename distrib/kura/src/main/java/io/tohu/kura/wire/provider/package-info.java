/** What Kura's bundle org.eclipse.kura.wire.provider does: the wire graph over OSGi WireAdmin. */
package io.tohu.kura.wire.provider;
