/** What Kura's bundle org.eclipse.kura.asset.provider does: channels over a driver that comes and goes. */
package io.tohu.kura.asset.provider;
