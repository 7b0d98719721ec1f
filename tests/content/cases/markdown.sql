INSERT INTO document (id, code, kind, org, title) VALUES (1, 'd', 'BAO_CAO', 1, 'x');
INSERT INTO document_section (id, document, code, seq, text) VALUES (5, 1, 'a', 1, '# Đầu đề *nghiêng*

Đoạn **đậm** và _nghiêng_, [liên kết](https://x.vn/a?b=1&c=2) &amp; &nbsp;&#x1EC5;
dòng mềm  
dòng cứng. <b>không phải HTML</b> ![ảnh](a.png)

## Cấp hai

- một
- hai

  đoạn thứ hai
  1. số
  2. số nữa
     - sâu

1) a

> trích

```
mã  lệnh
  thụt
```

| Tên | Số |
|:----|---:|
| A   | 1  |
| B `c` | **2** |

***
'), (6, 1, 'b', 2, '   '), (7, 1, 'c', 3, '- 
'), (8, 1, 'd', 4, '3. ba
4. bốn

Đoạn giữa.

5. năm

1) một
');
