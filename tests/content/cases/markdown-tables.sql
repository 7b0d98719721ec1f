INSERT INTO document (id, code, kind, org, title) VALUES (1, 'd', 'BAO_CAO', 1, 'x');
INSERT INTO document_section (id, document, code, seq, text) VALUES (5, 1, 'a', 1, 'Bảng: Kinh phí **năm**

| TT | Khoản mục chi của Liên hiệp thư viện | Số tiền | Tỷ lệ | Giữa | Năm |
|----|-------|---------|---|:-:|---|
| 1. | Hội trường | 12.000.000 | 10 % | 5 | 2022-2027 |
| 2. | In ấn | -3,5 | – | 6 | 2023 |

Đoạn.

| Tên | Ghi |
|---|---|
| a | b |

Table: Sau bảng

Bảng:

| Không |
|---|
| x |

Bảng: của bảng dưới

| Có |
|---|
| 7 |

- mục

  Bảng: *nghiêng* trong mục

  | A | B |
  |---|---|
  | Một nội dung dài hơn hai mươi chữ cái ở trong ô này | Hai nội dung dài hơn hai mươi chữ |

Bảng: không của ai');
-- the caption of another text is not this table's
INSERT INTO document_section (id, document, code, seq, text) VALUES (6, 1, 'b', 2, '| A |
|---|
| x |');
