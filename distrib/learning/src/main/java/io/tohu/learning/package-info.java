/**
 * Fits anomaly models to a machine's healthy data and writes them as ONNX graphs with card and golden samples.
 *
 * <p>Start at {@link io.tohu.learning.DynamicPca#fit}, and hand its result to {@link io.tohu.learning.ModelFiles}.
 */
package io.tohu.learning;
