/** What Kura's bundle org.eclipse.kura.rest.wire.provider does for the cloud: the wire graph as JSON. */
package io.tohu.kura.rest.wire.provider;
