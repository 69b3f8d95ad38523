"""Which fact sheet became which section of content/."""

LINES: dict[str, tuple[str, ...]] = {
    "auto": ("auto-dealer-customer-care",),
    "auto/group-centre": ("yuehai-auto-csc",),
    "set-top": ("gospell-after-sales-network",),
    "mining": ("coal-machinery-after-sales",),
    "agency": ("tonglu-advertising-account-service",),
    "it-service": ("it-project-after-sales",),
    "power": ("zaozhuang-grid-rainbow", "power-supply-station"),
    "gps": ("gps-aftersales",),
    "member-line": ("zhongpin-member-cs",),
    "top-up": ("topup-cs-dept",),
    "service-dept": ("general-cs-dept", "complaint-mgmt-dept", "leading-and-working-groups"),
    "blasting": ("blasting-csc",),
    "call-centre": (
        "callcentre-training-qa", "csc-work-plan", "generic-agent-jd", "generic-cs-dept-5units",
        "generic-cs-dept-8duties", "generic-cs-team-3depts", "generic-csc-manager-qa",
    ),
    "property": ("property-lobby-cs", "property-vip-cs", "luneng-xingcheng-property"),
    "real-estate": ("realestate-group-csc",),
    "supply": ("supply-transport-bid-service",),
    "hr-online": ("hr-online-customer-service",),
    "telecom": ("mobile-custom-terminal",),
    "more": (
        "university-library", "government-service-center", "community-service-outline",
        "game-company-cs-outline", "ecommerce-proposal", "internet-operation-maintenance",
        "service-experience-year", "service-system-evaluation-handbook",
        "appliance-aftersales-center", "service-team-template", "after-sales-project-team",
        "customer-service-group", "health-product-cs-office", "inkjet-media-trade",
        "invest-advisory-cs", "paging-operator", "pharma-key-account", "service-guarantee-group",
    ),
}  # fmt: skip

# What arrives under other words, and why.
WORDED_ANEW: dict[str, str] = {
    "HTY销售7DC调查表": "销售7DC调查表: a company's abbreviation is left out",
    "HTY销售3DC调查表": "3DC调查表, with 销售3DC调查表 as alias: the abbreviation is left out",
    "HTY客户投诉处理表": "客户投诉处理表: a company's abbreviation is left out",
    "同路广告公司高层": "公司高层: a company's name is left out",
    "创作总监或助理创作总监": "two roles",
    "服务级别协议SLA": "服务级别协议（SLA）",
    "彩虹共产党员服务队": "党员服务队: a team's own name is left out",
    "7条": "a count of the source's own paragraphs",
    "8条": "a count of the source's own paragraphs",
}
