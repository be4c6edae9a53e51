package org.sifang.notice.web;

/** The example that the API's description shows. */
final class NoticeExample {

    static final String YAML = """
            title: 关于报送值班安排的通知（示例）
            issuer: "150500"
            clauses:
              - {ref: 一, text: 各旗县市区指挥部于印发后四小时内确认值班安排。}
            obligations:
              - code: watch
                clause: 一
                kind: CONFIRM
                addressees: {kinds: [COMMAND], level: COUNTY}
                receiptWithin: PT30M
                dueWithin: PT4H
            ladders:
              default:
                - {at: -PT1H, action: REMIND}
                - {at: PT0S, action: MARK_OVERDUE}
                - {at: PT30M, action: URGE}
            """;

    private NoticeExample() {}
}
