/** What Kura's bundle org.eclipse.kura.core.deployment does: deployment packages over the cloud connection. */
package io.tohu.kura.core.deployment;
