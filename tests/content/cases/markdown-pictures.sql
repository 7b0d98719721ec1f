INSERT INTO document (id, code, kind, org, title) VALUES (1, 'd', 'BAO_CAO', 1, 'x');
INSERT INTO document_section (id, document, code, seq, text) VALUES (5, 1, 'a', 1, '![Toàn cảnh *hội trường*](anh%201.png "Ảnh 1. Hội nghị &amp; đại biểu")

Trước ![giữa](/anh/2.png) sau.

![](3.png "Chỉ chú thích")
![](4.png)

- mục ![m](5.png)

| A |
|---|
| ![ô](6.png) |

# Đầu ![đ](7.png)

[![trong liên kết](8.png)](https://x.vn/)

Trước khi sang trang
<!-- page-break -->
Trang mới.

***

> Trích **một**
>
> hai
> > ba
>
> - mục

Chữ <!-- page-break --> ở giữa, mềm' || char (173) || 'mại.
');
