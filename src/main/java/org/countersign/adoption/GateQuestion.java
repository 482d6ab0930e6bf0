package org.countersign.adoption;

import org.countersign.post.PostKind;

/**
 * What the gate must know of a post.
 *
 * @param riskClass 0 routine to 4 critical
 * @param newGround whether an account is new, or no post of this kind was published yet
 */
public record GateQuestion(int riskClass, PostKind kind, boolean newGround) {
}
